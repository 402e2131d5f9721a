namespace PortalProxy.Connector;

/// <summary>What the customer says of themselves, and the help desk's ticket. All of it is personal; null where not said.</summary>
public sealed record CustomerDetails(string? Name, string? Company, string? CompanyCode, string? Description, string? ExternalKey)
{
    public static CustomerDetails From(ConnectorFields fields) => new(
        fields[ConnectorParameter.CustomerName],
        fields[ConnectorParameter.CustomerCompany],
        fields[ConnectorParameter.CustomerCompanyCode],
        fields[ConnectorParameter.Description],
        fields[ConnectorParameter.ExternalKey]);

    public override string ToString() => "customer details";
}
