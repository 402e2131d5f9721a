using System.Globalization;
using Microsoft.Extensions.Localization;

namespace PortalProxy.Languages;

/// <summary>
/// All texts of one public site, in the language of the request under way: those of the resource files, but for what the
/// administrator worded anew.
/// </summary>
/// <param name="first">The language where there is no request, or none of the portal's languages is set.</param>
/// <param name="overrides">The administrator's own texts, by language and name.</param>
public sealed class PortalTexts(
    Language first, IReadOnlyDictionary<Language, IReadOnlyDictionary<string, string>> overrides) : IStringLocalizer
{
    public LocalizedString this[string name]
    {
        get
        {
            var text = Find(name);
            return new(name, text ?? name, resourceNotFound: text is null);
        }
    }

    /// <summary>The text with its places <c>{0}</c>, <c>{1}</c> … filled in; numbers and dates as the language writes them.</summary>
    public LocalizedString this[string name, params object[] arguments]
    {
        get
        {
            var text = this[name];
            return new(name, string.Format(CultureInfo.CurrentCulture, text.Value, arguments), text.ResourceNotFound);
        }
    }

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => TextResources.Names.Select(name => this[name]);

    private string? Find(string name)
    {
        var language = Language.Current ?? first;
        return overrides.TryGetValue(language, out var own) && own.TryGetValue(name, out var worded)
            ? worded
            : TextResources.In(language).GetValueOrDefault(name);
    }
}
