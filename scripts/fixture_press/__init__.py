# SPDX-License-Identifier: GPL-3.0-or-later
"""Renders the fixtures: seed texts to Word documents, prints and a scan. Entry: scripts/make-fixtures."""
