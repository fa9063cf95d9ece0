using Synthetic.Browser.Observing;
using Synthetic.Core.Evidence;

namespace Synthetic.Tests.Browser.Observing;

public sealed class ErrorPageOfStepTests
{
    private static readonly Failure Answered503 = new(null, FailureKind.Http, "GET https://shop.example/ answered 503");

    private readonly ErrorPageOfStep _errorPage = new();

    [Test]
    public async Task AnErrorPageEndsTheStepUnderWay()
    {
        var ofStep = _errorPage.BeginStep();
        _errorPage.Report(Answered503);
        Assert.That(await ofStep, Is.EqualTo(Answered503));
    }

    [Test]
    public void AnErrorPageBeforeTheStepIsNotItsOwn()
    {
        _errorPage.EndStep();
        _errorPage.Report(Answered503);
        Assert.That(_errorPage.BeginStep().IsCompleted, Is.False);
    }

    [Test]
    public void AnErrorPageAfterTheStepIsNeitherItsOwnNorTheNextOnes()
    {
        var over = _errorPage.BeginStep();
        _errorPage.EndStep();
        _errorPage.Report(Answered503);
        var next = _errorPage.BeginStep();
        Assert.That((over.IsCompleted, next.IsCompleted), Is.EqualTo((false, false)));
    }
}
