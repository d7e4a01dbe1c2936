INSERT INTO pages SELECT url, COUNT(*) FROM known GROUP BY url;
