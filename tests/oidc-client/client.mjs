// Clients of Hub's own issuer, on a certified library. The tests say on the input what it does, a line of JSON each, and hear on the output what came of it.
import { createInterface } from "node:readline";
import * as oidc from "openid-client";

const say = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);

const configs = new Map();
const trips = new Map();

const plain = (tokens) => ({ ...tokens, claims: tokens.claims?.() });

const does = {
  async discover({ client, issuer, clientId, secret }) {
    const config = await oidc.discovery(new URL(issuer), clientId, undefined, secret ? oidc.ClientSecretBasic(secret) : oidc.None(), {
      execute: [oidc.allowInsecureRequests],
    });
    configs.set(client, config);
    return config.serverMetadata();
  },

  credentials: async ({ config, scope }) => plain(await oidc.clientCredentialsGrant(config, scope ? { scope } : {})),

  // Where the person is to be sent. What is remembered of it, finish needs.
  async begin({ config, redirect, scope, with: more = {}, without = [] }) {
    const [verifier, state] = [oidc.randomPKCECodeVerifier(), oidc.randomState()];
    trips.set(state, { verifier, state });
    const asked = { redirect_uri: redirect, ...(scope ? { scope } : {}), code_challenge: await oidc.calculatePKCECodeChallenge(verifier), code_challenge_method: "S256", state, ...more };
    without.forEach((name) => delete asked[name]);
    return { url: oidc.buildAuthorizationUrl(config, asked).href, state };
  },

  // With the address that the person came back to.
  async finish({ config, url, state, verifier, redirect }) {
    const trip = trips.get(state);
    const back = new URL(url);
    if (redirect) {
      // The code of one address, with the word that it came to another.
      const answer = new URL(redirect);
      answer.search = back.search;
      return plain(await oidc.authorizationCodeGrant(config, answer, { pkceCodeVerifier: trip.verifier, expectedState: state }));
    }

    return plain(await oidc.authorizationCodeGrant(config, back, { pkceCodeVerifier: verifier ?? trip.verifier, expectedState: state }));
  },

  refresh: async ({ config, token, scope }) => plain(await oidc.refreshTokenGrant(config, token, scope ? { scope } : {})),

  async revoke({ config, token }) {
    await oidc.tokenRevocation(config, token);
    return {};
  },

  introspect: async ({ config, token }) => oidc.tokenIntrospection(config, token),
};

createInterface({ input: process.stdin })
  .on("line", async (text) => {
    const line = JSON.parse(text);
    try {
      say({ ok: true, answer: await does[line.do]({ ...line, config: configs.get(line.client) }) });
    } catch (e) {
      say({ ok: false, error: e.error ?? e.cause?.[0]?.parameters?.error ?? e.code ?? e.message });
    }
  })
  .on("close", () => process.exit(0));
