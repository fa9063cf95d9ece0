using Synthetic.Browser.Pooling;

namespace Synthetic.Tests.Browser.Pooling;

[TestFixture]
public sealed class LaunchFailureTests
{
    [TestCase("Chromium sandboxing failed!", "SYNTHETIC_SANDBOX=off")]
    [TestCase("FATAL:zygote_host_impl_linux.cc: No usable sandbox! Update your kernel", "unprivileged user namespaces")]
    [TestCase("spawn /opt/c EACCES", "may not be executed")]
    [TestCase("x: error while loading shared libraries: libnss3.so: cannot open", "libnss3.so")]
    [TestCase("ENOSPC: no space left on device, mkdtemp", "TMPDIR")]
    [TestCase("Target closed\n- [pid=1][err] zygote: Running as root without --no-sandbox is not supported.", "ordinary user")]
    [TestCase("Target page is closed\n- [pid=1][err] bad flag\n- [pid=1][err] more", "did not start: bad flag. Check")]
    [TestCase("Target page, context or browser has been closed", "it ended at once")]
    [TestCase("Something else.\n  at stack", "did not start: Something else. Check")]
    public void TheReasonComesWithWhatToDo(string driverSays, string expected) =>
        Assert.That(
            LaunchFailure.Of(new InvalidOperationException(driverSays), new BrowserPoolOptions { BrowserPath = "/opt/c" }).Message,
            Does.StartWith("/opt/c").And.Contain(expected));
}
