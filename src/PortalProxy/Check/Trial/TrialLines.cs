using PortalProxy.Check.Client;

namespace PortalProxy.Check.Trial;

/// <summary>The answers in one dialect, a line each. Only what the portal would do can fail: the dialect of the settings.</summary>
internal sealed class TrialLines(ClientWords words)
{
    public IEnumerable<Finding> Of(DialectTrial trial, bool isConfigured) =>
    [
        Line("HEAD", trial.Head, HeadVerdict(trial, isConfigured)),
        Line("GET", trial.Get, trial.Get.IsClient || !isConfigured ? Verdict.Ok : Verdict.Failed),

        // A key may work only once: that is no fault where there was a client before.
        Line("GET again", trial.Again, trial.Again.IsClient || trial.Get.IsClient || !isConfigured ? Verdict.Ok : Verdict.Failed),
    ];

    private static Verdict HeadVerdict(DialectTrial trial, bool isConfigured) =>
        trial.Head.IsClient || !isConfigured ? Verdict.Ok
        : trial.Get.IsClient ? Verdict.Warning
        : Verdict.Failed;

    private Finding Line(string step, ClientAnswer answer, Verdict verdict) => new(step, verdict, words.Describe(answer), RemedyOf(verdict))
    {
        Facts = words.Facts(answer),
        More = words.Lines(answer),
    };

    private static string? RemedyOf(Verdict verdict) => verdict switch
    {
        Verdict.Warning => "Nothing: customers download by GET. Scripts that ask by HEAD first will see no client.",
        Verdict.Failed => "See below, what this appliance is.",
        _ => null,
    };
}
