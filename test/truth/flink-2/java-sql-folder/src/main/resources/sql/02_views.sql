CREATE VIEW known AS
SELECT user_id, LOWER(url) AS url FROM clicks WHERE user_id > ${least}; -- none of the robots
