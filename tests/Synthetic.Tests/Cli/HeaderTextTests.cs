using Synthetic.Worker.Cli.Headers;

namespace Synthetic.Tests.Cli;

internal sealed class HeaderTextTests
{
    [TestCase("HTTP/1.1 301 Moved\r\nServer-Timing: db;dur=1\r\n\r\nHTTP/2 200\r\nserver-timing: db;dur=2\r\n\r\n", "db;dur=2", TestName = "OfRedirectsTheLastAnswerCounts")]
    [TestCase("HTTP/1.1 301 Moved\nServer-Timing: db;dur=1\n\nHTTP/2 200\ncontent-type: text/html\n", "", TestName = "AnAnswerWithoutTheHeaderHasNone")]
    [TestCase("*   Trying 192.0.2.1:443...\n> GET / HTTP/2\n> host: shop.example\n>\n< HTTP/2 200\n< server-timing: db;dur=2\n< server-timing: app;dur=3\n", "db;dur=2|app;dur=3", TestName = "WhatCurlMarksAsReceivedIsRead")]
    [TestCase("db;dur=1\napp;dur=2\n", "db;dur=1|app;dur=2", TestName = "LinesWithoutANameAreValues")]
    public void FieldsAreFoundInWhatIsPiped(string text, string fields) =>
        Assert.That(string.Join('|', HeaderText.Fields(["-"], new StringReader(text))), Is.EqualTo(fields));
}
