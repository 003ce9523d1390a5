-- SPDX-License-Identifier: GPL-3.0-or-later
-- Run once all rows are in.
CREATE INDEX fields_by_value ON fields (role, value);
CREATE INDEX parties_by_name ON parties (party);

-- The text of the items: SELECT rowid FROM item_text WHERE item_text MATCH 'poaching'; rowid is items.row_id.
CREATE VIRTUAL TABLE item_text USING fts5(text, content = 'items', content_rowid = 'row_id',
                                          tokenize = 'unicode61 remove_diacritics 2');
INSERT INTO item_text (item_text) VALUES ('rebuild');
INSERT INTO item_text (item_text) VALUES ('optimize');

-- The printed tables, row by row in reading order: codes decoded, what stands above a row carried down to it.
CREATE VIEW actions AS
SELECT i.document_id, d.path, d.title, d.language,
       i.table_id, t.caption AS table_caption, coalesce(t.period, d.period) AS period,
       i.id AS item_id, i.position, i.kind,
       g.text AS group_text, s.number AS section_number, s.text AS section_text,
       a.number AS action_number, a.text AS action_text,
       i.number, i.number_printed, i.number_status, i.suggested_number, i.text,
       u.value AS urgency, u.label AS urgency_label,
       c.value AS timescale, c.label AS timescale_label,
       f.printed AS timeframe, f.kind AS timeframe_kind, f.edtf AS timeframe_edtf, f.earliest, f.latest,
       r.printed AS responsible, p.printed AS progress, i.row_id
FROM items AS i
JOIN documents AS d ON d.id = i.document_id
JOIN tables AS t ON t.document_id = i.document_id AND t.id = i.table_id
LEFT JOIN items AS g ON g.document_id = i.document_id AND g.id = i.group_id
LEFT JOIN items AS s ON s.document_id = i.document_id AND s.id = i.section_id
LEFT JOIN items AS a ON a.document_id = i.document_id AND a.id = i.action_id
LEFT JOIN fields AS u ON u.document_id = i.document_id AND u.item_id = i.id AND u.role = 'urgency'
LEFT JOIN fields AS c ON c.document_id = i.document_id AND c.item_id = i.id AND c.role = 'timescale'
LEFT JOIN fields AS f ON f.document_id = i.document_id AND f.item_id = i.id AND f.role = 'timeframe'
LEFT JOIN fields AS r ON r.document_id = i.document_id AND r.item_id = i.id AND r.role = 'responsible'
LEFT JOIN fields AS p ON p.document_id = i.document_id AND p.item_id = i.id AND p.role = 'progress'
WHERE i.kind NOT IN ('group', 'section')
ORDER BY i.document_id, i.position;

-- Where each value stood, a row a stretch. Members that a kind of place does not have are null.
CREATE VIEW places AS
WITH every (document_id, item_id, of, role, list) AS (
  SELECT document_id, id, 'number', NULL, number_places FROM items
  UNION ALL SELECT document_id, id, 'text', NULL, text_places FROM items
  UNION ALL SELECT document_id, item_id, 'field', role, places FROM fields
  UNION ALL SELECT document_id, NULL, 'table', id, places FROM tables
  UNION ALL SELECT document_id, NULL, 'code-list', role, places FROM code_lists
  UNION ALL SELECT document_id, NULL, 'footnote', mark, places FROM footnotes
  UNION ALL SELECT document_id, NULL, 'finding', rule, places FROM findings
  UNION ALL SELECT document_id, NULL, 'judgement', id, places FROM judgements
  UNION ALL SELECT document_id, NULL, 'discarded', reason, places FROM discarded)
SELECT every.document_id, every.item_id, every.of, every.role, place.key + 1 AS position,
       place.value ->> 'page' AS page, place.value ->> '$.bbox[0]' AS x0, place.value ->> '$.bbox[1]' AS y0,
       place.value ->> '$.bbox[2]' AS x1, place.value ->> '$.bbox[3]' AS y1,
       place.value ->> 'part' AS part, place.value ->> 'table' AS part_table, place.value ->> 'row' AS part_row,
       place.value ->> 'paragraph' AS paragraph, place.value ->> 'line' AS line, place.value ->> 'cell' AS cell,
       place.value ->> 'start' AS text_start, place.value ->> 'end' AS text_end
FROM every, json_each(every.list) AS place;
