CREATE TABLE {name} (
{#columns}  {name} {type}{,}
{/columns}) WITH (
  'connector' = 'kafka', 'topic' = '{topic}', 'properties.bootstrap.servers' = '{brokers}', 'properties.group.id' = 'mini', 'scan.startup.mode' = 'earliest-offset', 'format' = 'json'
)
