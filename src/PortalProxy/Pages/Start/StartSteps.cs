using PortalProxy.PublicSites;

namespace PortalProxy.Pages.Start;

/// <summary>What to do, step by step: where this browser keeps the file, what this system asks, and where the session shows.</summary>
public static class StartSteps
{
    private const string Stay = "A small window opens. Stay there: the person who helps you writes to you in it.";

    public static IReadOnlyList<string> For(CustomerSystem system, CustomerBrowser browser, ClientFile file)
    {
        if (!system.DownloadsFile)
        {
            return
            [
                "Install the support app, if you do not have it yet.",
                "Open the app and enter what stands on this page.",
                "Stay in the app: the person who helps you writes to you there.",
            ];
        }

        return [.. InBrowser(browser), .. OnSystem(system, file), Stay];
    }

    private static IEnumerable<string> InBrowser(CustomerBrowser browser) => browser switch
    {
        CustomerBrowser.Edge =>
        [
            "Find the file at the top right of the window, under Downloads.",
            "If Edge warns that the file is not commonly downloaded, point to it, press the three dots and choose Keep.",
            "Choose Open file.",
        ],
        CustomerBrowser.Chrome => ["Open the file at the top right of the window, beside the address. If Chrome asks, choose Keep."],
        CustomerBrowser.Firefox => ["Open the file at the top right of the window, under the arrow that points down."],
        CustomerBrowser.Safari => ["If Safari asks, allow the download. Then open the file under the arrow at the top right of the window."],
        _ => ["Open the downloaded file. It is in your browser's list of downloads."],
    };

    private static IEnumerable<string> OnSystem(CustomerSystem system, ClientFile file) =>
        system == CustomerSystem.Windows ?
        [
            "If Windows says that it protected your PC, choose More info, then Run anyway.",
            $"If Windows asks whether the app may make changes, look for the publisher {file.Publisher} and choose Yes.",
        ]
        : system == CustomerSystem.Mac ?
        [
            "A window with one item opens. Its name is not the same as the file's. Double-click it.",
            "If your Mac asks whether to open it, choose Open.",
        ]
        : system == CustomerSystem.Linux ? ["If nothing opens, allow the file to run: open its properties, and there its permissions."]
        : ["If your system asks whether the file may run, allow it."];
}
