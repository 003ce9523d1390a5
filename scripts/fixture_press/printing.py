# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints Word documents to PDF with LibreOffice and takes out of the PDF what changes from run to run."""
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

FIXED_DATE = b"D:20210101000000Z"
PRINT_LIMIT_SECONDS = 180


class PrintError(Exception):
    pass


def require(programs):
    """programs: {program: Debian package}. Raises PrintError that names all that are missing."""
    missing = [f"{program} (Debian: {package})" for program, package in programs.items() if not shutil.which(program)]
    if missing:
        raise PrintError("these programs are missing: " + ", ".join(missing))


def _steady(pdf_bytes):
    """Same-length dates and ids, so that no offset moves; qpdf makes the second id from the contents afterwards."""
    def fixed(match):
        old = match.group(2)
        return match.group(1) + FIXED_DATE[:len(old)].ljust(len(old), b"0") + b")"

    pdf_bytes = re.sub(rb"(/(?:CreationDate|ModDate) ?\()(D:[^)]*)\)", fixed, pdf_bytes)
    pdf_bytes = re.sub(rb"(/ID\s*\[\s*<)([0-9A-F]+)(>\s*<)([0-9A-F]+)(>)",
                       lambda match: b"".join(b"0" * len(part) if index % 2 else part
                                              for index, part in enumerate(match.groups())), pdf_bytes)
    return re.sub(rb"/DocChecksum ?/[0-9A-F]+", lambda match: b" " * len(match.group(0)), pdf_bytes)


def print_pdfs(jobs):
    """jobs: [(docx, pdf)]. One LibreOffice run with a profile of its own."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        names = {}
        for index, (docx, pdf) in enumerate(jobs):
            copy = work / f"job{index}.docx"
            shutil.copyfile(docx, copy)
            names[copy] = pdf
        run = subprocess.run(
            ["soffice", "--headless", "--norestore", f"-env:UserInstallation=file://{work}/profile",
             "--convert-to", "pdf:writer_pdf_Export", "--outdir", str(work), *map(str, names)],
            capture_output=True, text=True, timeout=PRINT_LIMIT_SECONDS + 20 * len(jobs), check=False)
        for copy, pdf in names.items():
            raw = copy.with_suffix(".pdf")
            if not raw.exists():
                raise PrintError(f"LibreOffice printed nothing for {pdf}: {run.stderr.strip()}")
            raw.write_bytes(_steady(raw.read_bytes()))
            subprocess.run(["qpdf", "--deterministic-id", "--object-streams=generate", str(raw), str(pdf)], check=True)
