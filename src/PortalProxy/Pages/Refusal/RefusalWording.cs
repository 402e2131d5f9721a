using PortalProxy.Connector.Reading;
using Microsoft.Extensions.Localization;
using PortalProxy.Connector;

namespace PortalProxy.Pages.Refusal;

/// <summary>What an answer that is no client says: what is the matter in the heading, and what to do next.</summary>
public sealed record RefusalWording(string Heading, string Text)
{
    // Up to this wait, in seconds, "a minute" is the truth.
    private const double LongMinute = 90;

    public static RefusalWording Of(int status, ConnectorRefusal? refusal, IStringLocalizer texts)
    {
        var (heading, text) = refusal switch
        {
            { Outcome: ConnectorOutcome.FieldWrong } => ("FieldWrongHeading", "FieldWrongText"),
            { Outcome: ConnectorOutcome.Refused } => OfRefused(refusal.Fields.Ways[0]),
            { Outcome: ConnectorOutcome.Prefetched } => ("PrefetchedHeading", "PrefetchedText"),
            { Outcome: ConnectorOutcome.TooMany, Wait.TotalSeconds: > LongMinute } => ("TooManyHeading", "TooManyLaterText"),
            { Outcome: ConnectorOutcome.TooMany } => ("TooManyHeading", "TooManyText"),
            { Outcome: ConnectorOutcome.TooBusy } => ("TooBusyHeading", "TooBusyText"),
            { Outcome: ConnectorOutcome.TooSlow } => ("TooSlowHeading", "TooSlowText"),
            not null => ("UnreachableHeading", "UnreachableText"),
            null => OfStatus(status),
        };
        return new(texts[heading], texts[text, ConnectorFieldsReader.FormType]);
    }

    private static (string Heading, string Text) OfRefused(ConnectorWay way) => way switch
    {
        ConnectorWay.SessionKey or ConnectorWay.Invitation => ("KeyRefusedHeading", "KeyRefusedText"),
        ConnectorWay.Representative => ("PersonRefusedHeading", "PersonRefusedText"),
        _ => ("IssueRefusedHeading", "IssueRefusedText"),
    };

    private static (string Heading, string Text) OfStatus(int status) => status switch
    {
        StatusCodes.Status400BadRequest => ("BadRequestHeading", "BadRequestText"),
        StatusCodes.Status403Forbidden => ("OtherSiteHeading", "OtherSiteText"),
        StatusCodes.Status404NotFound => ("NotFoundHeading", "NotFoundText"),
        StatusCodes.Status405MethodNotAllowed => ("BadMethodHeading", "BadRequestText"),
        StatusCodes.Status413PayloadTooLarge => ("TooLargeHeading", "TooLargeText"),
        StatusCodes.Status415UnsupportedMediaType => ("BadFormHeading", "BadFormText"),
        _ => ("OurFaultHeading", "OurFaultText"),
    };
}
