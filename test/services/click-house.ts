import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { tryRun } from '../tools.js';

/** A ClickHouse in a folder of its own that answers on loopback alone, to one account. */
export interface ClickHouse {
  readonly host: string;
  readonly start: () => Promise<void>;
  /** As a machine that fails: what was not written is lost. */
  readonly stop: () => Promise<void>;
  /** The lines of an answer. */
  readonly ask: (statement: string) => Promise<readonly string[]>;
}

export const account = { user: 'loader', password: 'p@ss:w/ord' };

/** The package that brings it; undefined when it is there. */
export function missingClickHouse(): string | undefined {
  return tryRun('clickhouse-server', ['--version']) === undefined ? 'clickhouse-server' : undefined;
}

/** Servers that one of them, or none, may take for shards of the cluster `fleet`. */
export async function makeClickHouses(folder: string, count: number): Promise<readonly ClickHouse[]> {
  const ports = await freePorts(3 * count);
  const shards = Array.from(
    { length: count },
    (_, at) =>
      `<shard><replica><host>127.0.0.1</host><port>${ports[3 * at + 1]}</port><user>${account.user}</user>` +
      `<password>${account.password}</password></replica></shard>`,
  );
  return Array.from({ length: count }, (_, at) => {
    const own = join(folder, `server-${at}`);
    mkdirSync(join(own, 'data'), { recursive: true });
    mkdirSync(join(own, 'tmp'));
    const [http, tcp, others] = ports.slice(3 * at);
    writeFileSync(
      join(own, 'config.xml'),
      `<yandex><logger><level>warning</level><console>1</console></logger><listen_host>127.0.0.1</listen_host>
<http_port>${http}</http_port><tcp_port>${tcp}</tcp_port><interserver_http_port>${others}</interserver_http_port>
<path>${own}/data/</path><tmp_path>${own}/tmp/</tmp_path><users_config>${own}/users.xml</users_config>
<default_profile>default</default_profile><default_database>default</default_database><timezone>UTC</timezone>
<mark_cache_size>67108864</mark_cache_size><max_connections>50</max_connections>
<remote_servers><fleet>${shards.join('')}</fleet></remote_servers></yandex>`,
    );
    writeFileSync(
      join(own, 'users.xml'),
      `<yandex><profiles><default><max_memory_usage>4000000000</max_memory_usage></default></profiles>
<users><${account.user}><password>${account.password}</password><networks><ip>127.0.0.1</ip></networks>
<profile>default</profile><quota>default</quota></${account.user}></users><quotas><default></default></quotas></yandex>`,
    );
    return serverIn(own, `127.0.0.1:${http}`);
  });
}

function serverIn(folder: string, host: string): ClickHouse {
  let running: ChildProcess | null = null;
  const ask = async (statement: string): Promise<readonly string[]> => {
    const response = await fetch(`http://${host}/`, {
      method: 'POST',
      headers: { 'X-ClickHouse-User': account.user, 'X-ClickHouse-Key': account.password },
      body: statement,
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${statement}: ${text}`);
    return text.split('\n').filter((line) => line !== '');
  };
  return {
    host,
    ask,
    start: async () => {
      const log = openSync(join(folder, 'log.txt'), 'a');
      running = spawn('clickhouse-server', [`--config-file=${join(folder, 'config.xml')}`], {
        cwd: folder,
        stdio: ['ignore', log, log],
      });
      closeSync(log);
      for (let tried = 0; ; tried += 1)
        try {
          await ask('SELECT 1');
          return;
        } catch (error) {
          if (running.exitCode !== null || tried > 600) throw error;
          await wait(100);
        }
    },
    stop: async () => {
      if (running === null || running.exitCode !== null || running.signalCode !== null) return;
      const ended = once(running, 'exit');
      running.kill('SIGKILL');
      await ended;
    },
  };
}

/** Ports that nobody has, all at one time. */
async function freePorts(count: number): Promise<readonly number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  const ports: number[] = [];
  for (const server of servers) {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    ports.push((server.address() as { port: number }).port);
  }
  for (const server of servers) await once(server.close(), 'close');
  return ports;
}
