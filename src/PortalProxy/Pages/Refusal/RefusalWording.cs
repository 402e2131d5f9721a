using PortalProxy.Connector;

namespace PortalProxy.Pages.Refusal;

/// <summary>What an answer that is no client says: what is the matter in the heading, and what to do next.</summary>
public sealed record RefusalWording(string Heading, string Text)
{
    public static RefusalWording Of(int status, ConnectorRefusal? refusal) => refusal switch
    {
        { Outcome: ConnectorOutcome.FieldWrong } => new("Something needs to be changed", "Please check what is marked below and try again."),
        { Outcome: ConnectorOutcome.Refused } => OfRefused(refusal.Fields.Ways[0]),
        { Outcome: ConnectorOutcome.Prefetched } => new("Open the link again", "The page was only looked at ahead of time. Nothing was started."),
        { Outcome: ConnectorOutcome.TooSlow } => new("This takes too long", "Our support system did not answer in time. Please try again in a minute."),
        not null => new("We can't start the session right now", "Our support system can't be reached. Please try again in a few minutes."),
        null => OfStatus(status),
    };

    private static RefusalWording OfRefused(ConnectorWay way) => way switch
    {
        ConnectorWay.SessionKey or ConnectorWay.Invitation => new(
            "Ask for a new key",
            "This key did not work. Keys work for a short time and may work only once. Ask the person who is helping you for a new one."),
        ConnectorWay.Representative => new("This person is not available any more", "Please choose somebody else, or another way to get help."),
        _ => new("Your request could not be passed on", "Please try again, or choose something else from the list."),
    };

    private static RefusalWording OfStatus(int status) => status switch
    {
        StatusCodes.Status400BadRequest => new("This request can't be read", "Please go back to the start and try again."),
        StatusCodes.Status403Forbidden => new(
            "This form came from another site", "For your safety we take requests from our own pages only. Please start again here."),
        StatusCodes.Status404NotFound => new("This page does not exist", "The address may be incomplete. Here you can get help:"),
        StatusCodes.Status405MethodNotAllowed => new("This page can't be used like that", "Please go back to the start and try again."),
        StatusCodes.Status413PayloadTooLarge => new("This is too much text", "Please go back, shorten what you wrote and try again."),
        StatusCodes.Status415UnsupportedMediaType => new(
            "This form can't be read", $"Send it as {ConnectorFieldsReader.FormType}, as the forms of this portal do."),
        _ => new("Something went wrong here", "This is our fault, not yours. Please try again in a minute."),
    };
}
