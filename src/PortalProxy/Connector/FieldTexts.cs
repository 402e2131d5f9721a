namespace PortalProxy.Connector;

/// <summary>What is said of a wrong field: what was found, and how to mend it. Read by customers and by those who write links.</summary>
internal static class FieldTexts
{
    public const string ChooseOneWay = "Choose one way to get help: a person, a session key or an issue.";
    public const string SeveralWays =
        "This asks for help in several ways at once. Use one only: a person, a session key or an issue.";

    public const string KeyMissing = "Enter the session key.";
    public const string RepresentativeMissing = "Choose who is to help you.";
    public const string RepresentativeGone = "This person is not available any more. Choose somebody else.";
    public const string RepresentativeUnknown = "This person is not available. Choose somebody who is there now.";
    public const string RepresentativeMismatch = "The name does not belong to this person. Choose somebody from the list.";
    public const string RepresentativeNameMissing = "The name of the person is missing. Send it together with the id.";
    public const string RepresentativeIdMissing = "The id of the person is missing. Send it together with the name.";
    public const string IssueMenu = "issue_menu must be 1.";
    public const string IssueTwice = "The issue is named twice. Send its id or its code name, not both.";
    public const string IssueUnknown = "This issue is not known. Choose one from the list.";
    public const string Locale = "The language must be a short name, such as de or en-us.";
    public const string Number = "The id must be a whole number from 1 to 2147483647.";
    public const string InvitationKey = "This link is not complete. Ask the person who is helping you for a new one.";

    public static string BrokenEncoding(string name) =>
        $"The text of \"{name}\" can't be read. Send it as UTF-8, with each percent sign written as %25.";

    public static string SentTwice(string name, string firstName) => name == firstName
        ? $"\"{name}\" was sent more than once. Send it once."
        : $"\"{firstName}\" and \"{name}\" are two names for one field. Send one of them.";

    public static string KeyShape(int found, int length) =>
        $"A session key has {length} letters or digits, and you entered {found}. Check it with the person who is helping you.";

    public static string KeyLetters(int length) =>
        $"A session key has {length} letters or digits and nothing else. Check it with the person who is helping you.";

    public static string TooLong(string label, int found, TextLimit limit) => limit.Unit == TextUnit.Characters
        ? $"{label} has {found} characters. Shorten it to {limit.Most} or fewer."
        : $"{label} takes {found} of {limit.Most} places. Shorten it; accents and emoji take more than one place each.";

    public static string CustomTooLong(int found, int limit) =>
        $"The additional fields together take {found} of {limit} places. Shorten one of them.";

    public static string CustomMissing(string label) => $"{label}: this is needed. Fill it in.";

    public static string CustomShape(string label) => $"{label}: this does not have the expected form. Check it.";

    public static string CustomChoice(string label) => $"{label}: choose one from the list.";

    public static string CustomCheckbox(string label) => $"{label}: tick the box or leave it empty.";

    public static string LineBreak(string label) => $"{label} has more than one line. Write it in one line.";

    public static string Unreadable(string label) =>
        $"{label} has a character that can't be sent, such as a tab. Type that part again.";
}
