import { networkInterfaces } from 'node:os';

type Interfaces = ReturnType<typeof networkInterfaces>;

/** Interfaces that lead to containers, virtual machines or tunnels, not to the phones in the room. */
const VIRTUAL =
  /^(lo|docker|br-|veth|virbr|vmnet|vboxnet|cni|flannel|podman|utun|tun|tap|wg|tailscale|zt|awdl|llw)|vEthernet|VirtualBox|VMware|WSL/i;
const HOME = /^(192\.168\.|10\.|172\.(1[6-9]|2\d|3[01])\.)/;

/** IPv4 addresses of this machine that other devices can try, the likeliest first. */
export function lanAddresses(interfaces: Interfaces = networkInterfaces()): string[] {
  return Object.entries(interfaces)
    .filter(([name]) => !VIRTUAL.test(name))
    .flatMap(([, addresses]) => addresses ?? [])
    .filter(
      ({ family, internal, address }) => family === 'IPv4' && !internal && !address.startsWith('169.254.'),
    )
    .map(({ address }) => address)
    .sort((a, b) => likelihood(b) - likelihood(a));
}

function likelihood(address: string): number {
  if (address.startsWith('192.168.')) return 2;
  return HOME.test(address) ? 1 : 0;
}
