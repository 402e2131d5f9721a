using System.Text.RegularExpressions;
using PortalProxy.Languages;
using PortalProxy.Settings;

namespace PortalProxy.PublicSites;

/// <summary>A field of the issue form that an administrator declares (<c>Portal:Fields:0:…</c>); sent as a custom attribute.</summary>
public sealed record CustomField
{
    /// <summary>What a ticked checkbox sends.</summary>
    public const string Ticked = "1";

    // Vendor documentation: 1024 characters for each custom attribute.
    private const int LongestAttribute = 1024;

    /// <summary>The attribute's code name on the appliance.</summary>
    public required string CodeName { get; init; }

    public required TextByLanguage Label { get; init; }

    public required CustomFieldKind Kind { get; init; }

    public required bool Required { get; init; }

    /// <summary>What the whole text must match; null: anything.</summary>
    public required Regex? Pattern { get; init; }

    /// <summary>Most characters (code points) of a text.</summary>
    public required int Length { get; init; }

    public required IReadOnlyList<string> Choices { get; init; }

    /// <param name="portal">The site's settings.</param>
    /// <param name="first">The language of what is written in one language only.</param>
    public static IReadOnlyList<CustomField> ReadAll(SettingReader portal, Language first)
    {
        CustomField[] fields = [.. portal.Items("Fields").Select(field => Read(field, first))];
        foreach (var twice in fields.GroupBy(field => field.CodeName, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            portal.Mistake("Fields", $"declares the code name \"{twice.Key}\" {twice.Count()} times", "Declare each once.");
        }

        return fields;
    }

    private static CustomField Read(SettingReader settings, Language first)
    {
        var codeName = settings.Value<string>("CodeName", "", IsCodeName, "Write the attribute's code name: letters, digits and '_'; not external_key.");
        if (settings.Text("CodeName") is null)
        {
            settings.Mistake("CodeName", "is missing", "Write the code name that the attribute has on the appliance.");
        }

        var kind = settings.Choice("Kind", CustomFieldKind.Text);
        string[] choices = [.. settings.Texts("Choices").Select(choice => choice.Text)];
        if (kind == CustomFieldKind.Choice && choices.Length == 0)
        {
            settings.Mistake("Choices", "is missing", "A field of the kind Choice lists what there is to choose from: Choices:0, Choices:1 and so on.");
        }

        return new()
        {
            CodeName = codeName,
            Label = TextByLanguage.Read(settings, "Labels", settings.Text("Label") ?? codeName, first),
            Kind = kind,
            Required = settings.Flag("Required", otherwise: false),
            Pattern = settings.Value<Regex?>(
                "Pattern", null, TryParsePattern, "Write a regular expression without look-around or back references; the whole text must match it."),
            Length = settings.Whole("Length", LongestAttribute, from: 1, to: LongestAttribute),
            Choices = choices,
        };
    }

    private static bool IsCodeName(string text, out string value)
    {
        value = text;
        return text != "external_key" && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_');
    }

    // Non-backtracking: the time that a visitor's text can cost grows with its length only.
    private static bool TryParsePattern(string text, out Regex? value)
    {
        try
        {
            value = new Regex($"^(?:{text})\\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
            return true;
        }
        catch (Exception wrong) when (wrong is ArgumentException or NotSupportedException)
        {
            value = null;
            return false;
        }
    }
}
