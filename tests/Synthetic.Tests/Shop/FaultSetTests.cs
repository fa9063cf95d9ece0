using Synthetic.Shop;

namespace Synthetic.Tests.Shop;

internal sealed class FaultSetTests
{
    [TestCase("db=400", "db=400")]
    [TestCase("db=400ms", "db=400")]
    [TestCase("external=1.5s", "external=1500")]
    [TestCase(" db = 40 ms ", "db=40")]
    [TestCase("sync=1", "sync=1")]
    [TestCase("sync=0", "")]
    [TestCase("error=1", "error=500")]
    [TestCase("error=503", "error=503")]
    [TestCase("render=8000", "render=8000")]
    public void AFaultIsRead(string pair, string expected)
    {
        Assert.That(FaultSet.TryParse([pair], out var faults, out var error), error);
        Assert.That(faults.ToString(), Is.EqualTo(expected));
    }

    [TestCase("dbb=400", "unknown fault 'dbb'; did you mean 'db'?")]
    [TestCase("third-prty=4", "unknown fault 'third-prty'; did you mean 'third-party'?")]
    [TestCase("colour=4", "unknown fault 'colour'; there are db, cache, auth, external, transit, handler, input-delay, post, render, sync, navigate, third-party, duplicate, serial, parallel, debounce, bloat, error, no-header")]
    [TestCase("db", "'db' is no fault: write key=value, such as db=400")]
    [TestCase("db=", "fault 'db' must be 0 to 60000 ms, was ''")]
    [TestCase("db=-1", "fault 'db' must be 0 to 60000 ms, was '-1'")]
    [TestCase("db=61s", "fault 'db' must be 0 to 60000 ms, was '61s'")]
    [TestCase("db=99999999999999999999", "fault 'db' must be 0 to 60000 ms, was '99999999999999999999'")]
    [TestCase("db=79228162514264337593543950335s", "fault 'db' must be 0 to 60000 ms, was '79228162514264337593543950335s'")]
    [TestCase("render=10s", "fault 'render' must be 0 to 50000, was '10s'")]
    [TestCase("serial=51", "fault 'serial' must be 0 to 50, was '51'")]
    [TestCase("serial=1.5", "fault 'serial' must be 0 to 50, was '1.5'")]
    [TestCase("sync=yes", "fault 'sync' must be 0 or 1, was 'yes'")]
    [TestCase("error=200", "fault 'error' must be 0, 1 or a status from 400 to 599, was '200'")]
    public void AMistakeIsNamedWithItsRangeAndValue(string pair, string expected)
    {
        Assert.That(FaultSet.TryParse([pair], out var faults, out var error), Is.False);
        Assert.That(error, Is.EqualTo(expected));
        Assert.That(faults, Is.EqualTo(FaultSet.None));
    }

    [Test]
    public void EveryMistakeIsToldAtOnce()
    {
        Assert.That(FaultSet.TryParse(["db=-1", "cache=5", "snyc=1"], out _, out var error), Is.False);
        Assert.That(error, Is.EqualTo("fault 'db' must be 0 to 60000 ms, was '-1'\nunknown fault 'snyc'; did you mean 'sync'?"));
    }

    [Test]
    public void WhatAFaultSetSaysItReadsAgain()
    {
        var faults = new FaultSet { DbMs = 400, Sync = true, RenderNodes = 10, ErrorStatus = 503 };
        Assert.That(FaultSet.TryParse(faults.ToPairs(), out var again, out _));
        Assert.That(again, Is.EqualTo(faults));
    }
}
