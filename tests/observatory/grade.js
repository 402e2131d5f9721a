// Grades a portal as MDN's HTTP Observatory does, without the internet: node grade.js PORTAL CERTIFICATE KEY PATH...
// The Observatory asks under http:// and https://, so a proxy that ends TLS stands here, as one does before every portal; its
// authority is in NODE_EXTRA_CA_CERTS. Prints one line of JSON for each path.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import http from "node:http";
import https from "node:https";
import { fileURLToPath } from "node:url";

const observatory = new URL("node_modules/@mdn/mdn-http-observatory/", import.meta.url);
const [portal, certificate, key, ...paths] = process.argv.slice(2);

// Its list of hosts that browsers know to be HTTPS only, which an install with scripts would have downloaded. Loopback is on none.
const preloaded = new URL("conf/hsts-preload.json", observatory);
if (!existsSync(preloaded)) {
  writeFileSync(fileURLToPath(preloaded), "{}");
}

const { ALL_TESTS } = await import(new URL("src/constants.js", observatory));
const { MINIMUM_SCORE_FOR_EXTRA_CREDIT } = await import(new URL("src/grader/charts.js", observatory));
const { getGradeForScore, getScoreModifier } = await import(new URL("src/grader/grader.js", observatory));
const { retrieve } = await import(new URL("src/retriever/retriever.js", observatory));

const listen = (server) => new Promise((done) => server.listen(0, "127.0.0.1", () => done(server.address().port)));

const secure = https.createServer({ cert: readFileSync(certificate), key: readFileSync(key) }, (asked, answer) => {
  const forwarded = {
    "X-Forwarded-For": asked.socket.remoteAddress, "X-Forwarded-Proto": "https", "X-Forwarded-Host": asked.headers.host,
  };
  const onward = http.request(new URL(asked.url, portal), { method: asked.method, headers: { ...asked.headers, ...forwarded } }, (came) => {
    answer.writeHead(came.statusCode, came.rawHeaders);
    came.pipe(answer);
  });
  asked.pipe(onward);
});
const httpsPort = await listen(secure);
const plain = http.createServer((asked, answer) => answer.writeHead(308, { Location: `https://localhost:${httpsPort}${asked.url}` }).end());
const httpPort = await listen(plain);

for (const path of paths) {
  const found = await retrieve("localhost", { httpPort, httpsPort, path });

  // As its own scan() does, which takes neither ports nor a path.
  const results = ALL_TESTS.map((test) => test(found));
  const modifiers = results.map((result) => getScoreModifier(result.result));
  const uncurved = 100 + modifiers.filter((one) => one < 0).reduce((sum, one) => sum + one, 0);
  const full = 100 + modifiers.reduce((sum, one) => sum + one, 0);
  const { grade, score } = getGradeForScore(uncurved >= MINIMUM_SCORE_FOR_EXTRA_CREDIT ? full : uncurved);
  const tests = Object.fromEntries(results.map((result) => [result.constructor.name, `${result.pass ? "passed" : "failed"}: ${result.result}`]));
  console.log(JSON.stringify({ path, status: found.responses.auto?.status ?? 0, grade, score, tests }));
}

secure.close();
plain.close();
process.exit(0);
