import { openTemporaryRedis } from '../support/redis-store.ts';
import { describeStore } from '../support/store-contract.ts';
import { describeWithRedis } from '../support/with-redis.ts';

describeWithRedis('one Redis', (url) => describeStore('redis', () => openTemporaryRedis(url())));
