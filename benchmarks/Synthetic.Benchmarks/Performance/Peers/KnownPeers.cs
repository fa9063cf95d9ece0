using System.Text.Json;

namespace Synthetic.Benchmarks.Performance.Peers;

/// <summary>The tools that are compared, each with the script that its documentation would have one write.</summary>
internal static class KnownPeers
{
    private const string Sandbox = "--no-sandbox";

    public static IReadOnlyList<PeerTool> All { get; } =
    [
        new(
            "Elastic Synthetics", ["@elastic/synthetics@1.26.3"],
            new Dictionary<string, Func<Uri, string, string>>
            {
                ["order.journey.js"] = (shop, _) => $$"""
                    import { journey, step } from '@elastic/synthetics';
                    journey('place order', ({ page }) => {
                      step('open the shop', () => page.goto('{{shop}}'));
                      step('add to cart', async () => { await page.click('#add-to-cart'); await page.getByText('1 item').first().waitFor(); });
                      step('place order', async () => { await page.getByRole('button', { name: 'Place order' }).click(); await page.locator('text=Order confirmed').waitFor(); });
                    });
                    """,
            },
            browser =>
            [
                "node_modules/@elastic/synthetics/dist/cli.js", ".", "--no-throttling", "--reporter", "json", "--screenshots", "off", "--sandbox", "false",
                "--playwright-options", JsonSerializer.Serialize(new { executablePath = browser, args = new[] { Sandbox } }),
            ],
            (output, _) => new PeerSays(null, PeerReport.StepMs(output, "place order"))),
        new(
            "Lighthouse timespan", ["lighthouse@12.2.3", "puppeteer-core@24.43.1"],
            new Dictionary<string, Func<Uri, string, string>>
            {
                ["order.mjs"] = (shop, browser) => $$"""
                    import { writeFileSync } from 'node:fs';
                    import puppeteer from 'puppeteer-core';
                    import { startTimespan } from 'lighthouse';
                    const browser = await puppeteer.launch({ executablePath: '{{browser}}', headless: 'shell', args: ['{{Sandbox}}'] });
                    const page = await browser.newPage();
                    await page.goto('{{shop}}');
                    const timespan = await startTimespan(page, { config: { extends: 'lighthouse:default', settings: { throttlingMethod: 'provided', onlyCategories: ['performance'], screenEmulation: { disabled: true }, formFactor: 'desktop' } } });
                    await page.locator('#add-to-cart').click();
                    await page.waitForFunction(() => document.body.innerText.includes('1 item'));
                    await page.locator('::-p-aria([role="button"][name="Place order"])').click();
                    await page.waitForFunction(() => document.body.innerText.includes('Order confirmed'));
                    writeFileSync('{{PeerTool.Results}}/report.json', (await timespan.endTimespan()).report);
                    await browser.close();
                    """,
            },
            _ => ["order.mjs"],
            (_, results) => new PeerSays(PeerReport.Number(PeerReport.Read(results, "report.json").GetProperty("audits").GetProperty("interaction-to-next-paint"), "numericValue"), null)),
        new(
            "Artillery with Playwright", ["artillery@2.0.21"],
            new Dictionary<string, Func<Uri, string, string>>
            {
                ["order.yml"] = (shop, browser) => $$"""
                    config:
                      target: '{{shop}}'
                      phases: [{ duration: 1, arrivalCount: 1 }]
                      engines: { playwright: { launchOptions: { executablePath: '{{browser}}', args: ['{{Sandbox}}'] } } }
                      processor: ./order.cjs
                    scenarios: [{ engine: playwright, testFunction: order }]
                    """,
                ["order.cjs"] = (shop, _) => $$"""
                    module.exports = { order: async (page, user, events, test) => {
                      await page.goto('{{shop}}');
                      await page.click('#add-to-cart'); await page.getByText('1 item').first().waitFor();
                      await test.step('place order', async () => { await page.getByRole('button', { name: 'Place order' }).click(); await page.locator('text=Order confirmed').waitFor(); });
                    } };
                    """,
            },
            _ => ["node_modules/artillery/bin/run", "run", "order.yml", "--output", $"{PeerTool.Results}/report.json"],
            (_, results) => new PeerSays(PeerReport.Summary(results, "browser.page.INP."), PeerReport.Summary(results, "browser.step.place order"))),
        new(
            "browsertime", ["browsertime@25.4.0"],
            new Dictionary<string, Func<Uri, string, string>>
            {
                ["order.mjs"] = (shop, _) => $$"""
                    export default async function (context, commands) {
                      await commands.navigate('{{shop}}');
                      await commands.measure.start('order');
                      await commands.mouse.singleClick.byXpath("//*[@id='add-to-cart']");
                      await commands.wait.byXpath("//*[contains(text(), '1 item')]", 10000);
                      await commands.mouse.singleClick.byXpath("//button[contains(., 'Place order')]");
                      await commands.wait.byXpath("//*[contains(text(), 'Order confirmed')]", 10000);
                      return commands.measure.stop();
                    };
                    """,
            },
            browser =>
            [
                "node_modules/browsertime/bin/browsertime.js", "order.mjs", "--multi", "-n", "1", "--headless", "--resultDir", PeerTool.Results,
                "--chrome.binaryPath", browser, "--chrome.chromedriverPath", "./usr/bin/chromedriver", "--chrome.args", Sandbox.TrimStart('-'),
            ],
            (_, results) => new PeerSays(PeerReport.Number(PeerReport.Read(results, "browsertime.json")[0].GetProperty("googleWebVitals")[0], "interactionToNextPaint"), null))
        {
            DebianPackage = "chromium-driver",
        },
    ];
}
