import { type Database, transaction } from './sqlite-driver.ts';
import type { Store } from './store.ts';

type Makers = Pick<
  Store,
  | 'addMakerLink'
  | 'redeemMakerLink'
  | 'addMakerSession'
  | 'hasMakerSession'
  | 'removeMakerSession'
  | 'removeMakerAccess'
  | 'hasMaker'
  | 'signingKey'
>;

/** Used links stay, because they tell that the place has an owner; expired ones go when the next is used. */
export function sqliteMakers(db: Database): Makers {
  const addLink = db.prepare('insert into maker_links values (?, ?, null)');
  const redeemLink = db.prepare(
    'update maker_links set redeemed_at = ? where hash = ? and redeemed_at is null and expires_at > ?',
  );
  const dropLinks = db.prepare('delete from maker_links where redeemed_at is null and expires_at <= ?');
  const dropSessions = db.prepare('delete from maker_sessions where expires_at <= ?');
  const addSession = db.prepare('insert into maker_sessions values (?, ?)');
  const readSession = db.prepare('select 1 from maker_sessions where hash = ? and expires_at > ?');
  const removeSession = db.prepare('delete from maker_sessions where hash = ?');
  const removeLinks = db.prepare('delete from maker_links where redeemed_at is null');
  const removeSessions = db.prepare('delete from maker_sessions');
  const readRedeemed = db.prepare('select 1 from maker_links where redeemed_at is not null');
  const addKey = db.prepare("insert into settings values ('signing-key', ?) on conflict do nothing");
  const readKey = db.prepare("select value from settings where name = 'signing-key'");

  return {
    async addMakerLink(hash, expiresAt) {
      addLink.run(hash, expiresAt);
    },
    async redeemMakerLink(hash, now) {
      return transaction(db, () => {
        dropLinks.run(now);
        dropSessions.run(now);
        return redeemLink.run(now, hash, now).changes === 1;
      });
    },
    async addMakerSession(hash, expiresAt) {
      addSession.run(hash, expiresAt);
    },
    async hasMakerSession(hash, now) {
      return readSession.get(hash, now) !== undefined;
    },
    async removeMakerSession(hash) {
      removeSession.run(hash);
    },
    async removeMakerAccess() {
      transaction(db, () => {
        removeLinks.run();
        removeSessions.run();
      });
    },
    async hasMaker() {
      return readRedeemed.get() !== undefined;
    },
    async signingKey(make) {
      if (!readKey.get()) addKey.run(make());
      return (readKey.get() as { value: string }).value;
    },
  };
}
