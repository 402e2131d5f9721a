using PortalProxy.Check;
using PortalProxy.Hosting;

namespace PortalProxy;

/// <summary>What <c>dotnet PortalProxy.dll</c> does where it is not asked to serve.</summary>
internal static class Commands
{
    /// <returns>The command under way, with its exit code; null where the arguments name none.</returns>
    public static Task<int>? Named(string[] arguments) => arguments switch
    {
        ["check", .. var asked] => CheckCommand.RunAsync(asked, Console.Out, Console.Error, CancellationToken.None),
        ["health", .. var which] => HealthCommand.RunAsync(which, Console.Out, CancellationToken.None),
        _ => null,
    };
}
