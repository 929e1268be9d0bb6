import type { NetworkInterfaceInfo } from 'node:os';
import { expect, test } from 'vitest';
import { lanAddresses } from '../../server/ops/addresses.ts';

const ipv4 = (address: string, internal = false): NetworkInterfaceInfo => ({
  address,
  internal,
  family: 'IPv4',
  netmask: '255.255.255.0',
  mac: '00:00:00:00:00:00',
  cidr: null,
});

test('the Wi-Fi comes first, containers and tunnels do not come at all', () => {
  const interfaces = {
    lo: [ipv4('127.0.0.1', true)],
    docker0: [ipv4('172.17.0.1')],
    'br-5f2': [ipv4('172.18.0.1')],
    veth12: [ipv4('169.254.9.9')],
    tailscale0: [ipv4('100.64.0.3')],
    'vEthernet (WSL)': [ipv4('172.20.0.1')],
    eth0: [ipv4('10.0.0.5')],
    wlan0: [ipv4('192.168.0.12')],
    eth1: [ipv4('203.0.113.7'), ipv4('169.254.1.1')],
  };
  expect(lanAddresses(interfaces)).toEqual(['192.168.0.12', '10.0.0.5', '203.0.113.7']);
});

test('a machine without a network has none', () => {
  expect(lanAddresses({ lo: [ipv4('127.0.0.1', true)], none: undefined })).toEqual([]);
});
