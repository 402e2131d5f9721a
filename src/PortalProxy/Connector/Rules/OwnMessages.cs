using System.Globalization;
using FluentValidation.Resources;
using PortalProxy.Languages;

namespace PortalProxy.Connector.Rules;

/// <summary>
/// Stands in the place of the validation library's own texts, which would speak other languages and another tone than the page. A
/// rule that words no message of its own says the portal's most general one.
/// </summary>
internal sealed class OwnMessages : ILanguageManager
{
    public bool Enabled { get; set; } = true;

    /// <summary>The culture is that of the request under way.</summary>
    public CultureInfo? Culture { get; set; }

    public string GetString(string key, CultureInfo? culture = null) =>
        TextResources.In(Language.Current ?? Language.English)["FieldWrongText"];
}
