using FluentValidation.Results;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using PortalProxy.Connector;
using PortalProxy.PublicSites;
using PortalProxy.Settings;

namespace PortalProxy.Tests.Infrastructure;

/// <summary>The validators as the portal puts them together, with its real reader before them and no server around.</summary>
public sealed class Rules
{
    private readonly ConnectorFieldsReader reader = new(new ParameterNames("short_key"));
    private readonly ConnectorFieldsValidator validator;

    public Rules(int sessionKeyLength = 7)
    {
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Portal:SessionKeyLength", $"{sessionKeyLength}")])
            .Build();
        var site = PublicSite.Read(new SettingReader(settings.GetSection("Portal"), "Portal", new SettingsLedger()));
        validator = new ConnectorFieldsValidator(new FieldFormatValidator(site));
    }

    public ConnectorFields Read(params IEnumerable<(string Name, string Value)> fields)
    {
        var request = new DefaultHttpContext().Request;
        request.QueryString = new("?" + PortalRequests.Query(fields));
        return reader.ReadQueryOnly(request);
    }

    public ValidationResult Check(ConnectorFields fields) => validator.Validate(fields);

    public ValidationResult Check(params IEnumerable<(string Name, string Value)> fields) => Check(Read(fields));

    /// <summary>What is said of one field of an issue request, which takes all of a customer's fields; null where it is right.</summary>
    public string? FaultOf(string name, string value) => FaultOf(Check(("issue_menu", "1"), (name, value)), name);

    public static string? FaultOf(ValidationResult verdict, string name) =>
        verdict.IsValid ? null : Assert.Single(verdict.Errors, error => error.PropertyName == name).ErrorMessage;
}
