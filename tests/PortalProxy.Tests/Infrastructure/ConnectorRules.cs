using PortalProxy.Connector.Dialects;
using PortalProxy.Connector.Reading;
using PortalProxy.Connector.Rules;
using FluentValidation.Results;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace PortalProxy.Tests.Infrastructure;

/// <summary>The validators as the portal puts them together, with its real reader before them and no server around.</summary>
public sealed class ConnectorRules
{
    private readonly ConnectorFieldsReader reader;
    private readonly ConnectorFieldsValidator validator;

    public ConnectorRules(int sessionKeyLength = 7)
        : this(("Portal:SessionKeyLength", $"{sessionKeyLength}"))
    {
    }

    public ConnectorRules(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Appliance:BaseUrl", "https://support.example.com")])
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)))
            .Build();
        var read = PortalSettings.Read(configuration);
        var rules = new SiteRules(read.Sites.Default, read.Appliance, ConnectorDialect.Of(read.Appliance));
        reader = new ConnectorFieldsReader(rules.Names, read.Sites.Default.Texts);
        validator = rules.Validator;
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
