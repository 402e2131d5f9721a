namespace PortalProxy.Pages.Start;

/// <summary>What to do, step by step: where this browser keeps the file, what this system asks, and where the session shows.</summary>
public static class StartSteps
{
    /// <returns>The names of the texts, in order; <c>{0}</c> in them is the client's publisher.</returns>
    public static IReadOnlyList<string> For(CustomerSystem system, CustomerBrowser browser) => system.DownloadsFile
        ? [.. InBrowser(browser), .. OnSystem(system), "StepStay"]
        : ["StepAppInstall", "StepAppEnter", "StepAppStay"];

    private static IEnumerable<string> InBrowser(CustomerBrowser browser) => browser switch
    {
        CustomerBrowser.Edge => ["StepEdgeFind", "StepEdgeKeep", "StepEdgeOpen"],
        CustomerBrowser.Chrome => ["StepChrome"],
        CustomerBrowser.Firefox => ["StepFirefox"],
        CustomerBrowser.Safari => ["StepSafari"],
        _ => ["StepBrowser"],
    };

    private static IEnumerable<string> OnSystem(CustomerSystem system) =>
        system == CustomerSystem.Windows ? ["StepWindowsProtected", "StepWindowsPublisher"]
        : system == CustomerSystem.Mac ? ["StepMacWindow", "StepMacOpen"]
        : system == CustomerSystem.Linux ? ["StepLinux"]
        : ["StepSystem"];
}
