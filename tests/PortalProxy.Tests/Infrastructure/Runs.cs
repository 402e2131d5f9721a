namespace PortalProxy.Tests.Infrastructure;

/// <summary>How often a property was tried, in the output of its test.</summary>
internal static class Runs
{
    public static void Count(string line) => TestContext.Current.TestOutputHelper?.WriteLine(line);
}
