-- what is measured
INSERT INTO measures
  (kind, value)  -- two columns
VALUES (?, ?)
