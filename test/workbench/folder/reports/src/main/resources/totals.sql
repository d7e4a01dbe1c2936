CREATE TABLE totals (total DECIMAL(38, 2)) WITH ('connector' = 'print');

INSERT INTO totals
SELECT SUM(amount) FROM payments;
