using PortalProxy.Appliance;
using PortalProxy.Connector.Reading;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace PortalProxy.Pages;

/// <summary>One way's form: what was typed or prefilled, and what there is to choose from.</summary>
/// <param name="Section">The id of its section; the ids of its fields begin with it.</param>
/// <param name="Fields">What was typed or prefilled.</param>
/// <param name="Offer">What there is to choose from.</param>
public sealed record WayForm(string Section, ConnectorFields Fields, Offer Offer)
{
    /// <summary>All of them, on one page.</summary>
    public const string Ways = "ways";

    public const string Representatives = "representatives";
    /// <summary>A representative whom a link names and no list shows.</summary>
    public const string Direct = "direct";

    public const string SessionKey = "session-key";
    public const string Issue = "issue";

    /// <summary>What is left to do before a start that a link asked for.</summary>
    public const string Start = "start";

    private static readonly ConnectorParameter[] Details =
    [
        ConnectorParameter.CustomerName,
        ConnectorParameter.CustomerCompany,
        ConnectorParameter.CustomerCompanyCode,
        ConnectorParameter.Description,
    ];

    /// <summary>What this form shows no field for and sends along all the same.</summary>
    public IEnumerable<ConnectorParameter> Carried => Fields.Present
        .Where(parameter => Details.Contains(parameter) || parameter.CustomCodeName is not null
            ? Section != Issue
            : parameter == ConnectorParameter.ExternalKey || parameter == ConnectorParameter.Locale || parameter == ConnectorParameter.Skills);

    /// <summary>
    /// Somebody who is there without being listed: the appliance gives everybody a direct link, and one that has the number and
    /// the matching name may be followed. The number alone tells nothing.
    /// </summary>
    public Representative? NamedDirectly => Fields[ConnectorParameter.RepresentativeName] is null
        ? null
        : Offer.LoggedIn.FirstOrDefault(one => !one.OnList && IsNamed(one));

    /// <summary>Whether a link names this representative.</summary>
    public bool IsNamed(Representative one) =>
        Fields[ConnectorParameter.Id] == one.Id.ToString() && (Fields[ConnectorParameter.RepresentativeName] ?? one.Name) == one.Name;

    public string IdOf(ConnectorParameter parameter) => $"{Section}-{parameter.Name}";

    public FieldError ErrorOf(ConnectorParameter parameter, ModelStateDictionary state) => new(
        $"{IdOf(parameter)}-error",
        state.TryGetValue(parameter.Name, out var entry) ? entry.Errors.FirstOrDefault()?.ErrorMessage : null);

    /// <summary>Where the error summary's link leads: to the field, or to the section where the form has no such field.</summary>
    public string TargetOf(string parameterName)
    {
        var parameter = new ConnectorParameter(parameterName);
        if (parameter == ConnectorParameter.Agreement)
        {
            return Section == Representatives && NamedDirectly is not null ? (this with { Section = Direct }).IdOf(parameter) : IdOf(parameter);
        }

        var isShown = Section switch
        {
            SessionKey => parameter == ConnectorParameter.SessionKey,
            Issue => Details.Contains(parameter) || parameter.CustomCodeName is not null
                || parameter == ConnectorParameter.Id && Offer.Issues.Groups.Count > 0,
            _ => false,
        };
        return isShown ? IdOf(parameter) : Section;
    }
}
