// A certified OpenID provider for the sign-in tests: systems get tokens, and people are whoever the last "person" line says.
// Lines of JSON in: {do: "person" | "rotate", ...}. Lines out: {event: "listening", port} | {event: "done"}.
import { generateKeyPairSync, randomUUID } from "node:crypto";
import { createServer } from "node:http";
import { createInterface } from "node:readline";
import Provider from "oidc-provider";

const redirect = process.argv[2];
const say = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);
let person = null;

const newKeys = () => {
  const jwk = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ format: "jwk" });
  return { keys: [{ ...jwk, kid: randomUUID(), use: "sig", alg: "RS256" }] };
};

// A system's lifetime of token in seconds, and the level of assurance that its tokens tell.
const systems = { robot: [600], sure: [600, "https://data.gov.dk/concept/core/nsis/loa/Substantial"], late: [-600], long: [86_400] };

const system = (id) => ({ client_id: id, client_secret: "secret of a system", grant_types: ["client_credentials"], redirect_uris: [], response_types: [] });

const configuration = () => ({
  jwks: newKeys(),
  clients: [...Object.keys(systems).map(system), { client_id: "hub", client_secret: "secret of hub & co", redirect_uris: [redirect] }],
  cookies: { keys: [randomUUID()] },
  claims: { openid: ["sub", "amr"], email: ["email", "email_verified"], acr: null },
  acrValues: ["https://data.gov.dk/concept/core/nsis/loa/Substantial"],
  pkce: { required: () => true, methods: ["S256"] },
  ttl: { ClientCredentials: (ctx, token, client) => systems[client.clientId][0], Interaction: 600, Session: 600, Grant: 600, IdToken: 600, AccessToken: 600 },
  extraTokenClaims: (ctx, token) => ({ acr: systems[token.clientId]?.[1] }),
  findAccount: (ctx, sub) => ({ accountId: sub, claims: () => ({ sub, email: person.email, email_verified: person.verified }) }),
  interactions: { url: (ctx, interaction) => `/signs-in/${interaction.uid}` },
  features: {
    devInteractions: { enabled: false },
    clientCredentials: { enabled: true },
    resourceIndicators: {
      enabled: true,
      getResourceServerInfo: (ctx, resource) => ({ scope: ctx.oidc.params.scope, audience: resource, accessTokenFormat: "jwt", jwt: { sign: { alg: "RS256" } } }),
    },
  },
});

let provider = null;
const server = createServer((request, response) => provider.callback()(request, response));
server.listen(0, "127.0.0.1", () => {
  const { port } = server.address();
  const issuer = `http://127.0.0.1:${port}`;

  const open = () => {
    provider = new Provider(issuer, configuration());
    provider.use(async (ctx, next) => {
      if (!ctx.path.startsWith("/signs-in/")) return next();
      const { params } = await provider.interactionDetails(ctx.req, ctx.res);
      const grant = new provider.Grant({ accountId: person.sub, clientId: params.client_id });
      grant.addOIDCScope(params.scope);
      const { sub: accountId, acr, amr } = person;
      await provider.interactionFinished(ctx.req, ctx.res, { login: { accountId, acr, amr, remember: false }, consent: { grantId: await grant.save() } });
      ctx.respond = false;
    });
  };

  const does = { person: (line) => (person = line), rotate: open };
  open();
  createInterface({ input: process.stdin }).on("line", (text) => {
    const line = JSON.parse(text);
    does[line.do](line);
    say({ event: "done" });
  }).on("close", () => process.exit(0));
  say({ event: "listening", port });
});
