#!/bin/sh
# Starts Redis, or Valkey, for Mitwerk; further words are options of it.
set -eu
: "${REDISCLI_AUTH:?REDIS_PASSWORD is missing in the file .env: openssl rand -hex 32}"

# One user, with Mitwerk's keys and channels and what it asks for, and nothing that an operator's commands could do.
rights='resetkeys ~mitwerk:* ~mitwerk-demo:* resetchannels &mitwerk* -@all'
rights="$rights +ping +info +time +select +cluster|slots +cluster|shards +asking"
rights="$rights +eval +evalsha +get +set +del +unlink +exists +incrby +expire +pttl"
rights="$rights +hget +hmget +hgetall +hkeys +hvals +hexists +hset +hdel +hincrby"
rights="$rights +lrange +rpush +lrem +zrange +zadd +zrem"
rights="$rights +publish +subscribe +unsubscribe +psubscribe +punsubscribe +pubsub|numsub"
rights="$rights +spublish +ssubscribe +sunsubscribe +pubsub|shardnumsub"

# Nobody may log in as `default`, but Redis plays its append-only file as that user when it starts: what scripts have written
# would be left out where it lacks the rights.
users="${TMPDIR:-/tmp}/redis-users.acl"
umask 077
printf '%s\n' 'user default off ~* &* +@all' "user mitwerk on >$REDISCLI_AUTH $rights" > "$users"

# Votes are written before they are acknowledged, and never make room for others.
exec "$(command -v redis-server || command -v valkey-server)" --aclfile "$users" --save '' \
  --appendonly yes --appendfsync "${REDIS_FSYNC:-always}" --maxmemory-policy noeviction "$@"
