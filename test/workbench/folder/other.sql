CREATE TABLE orders (id serial PRIMARY KEY, note text DEFAULT $$it's$$);
SELECT DISTINCT ON (id) id, note::varchar FROM orders WHERE note ~* 'x' RETURNING;
