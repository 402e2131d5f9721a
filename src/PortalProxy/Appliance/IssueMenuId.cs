namespace PortalProxy.Appliance;

/// <summary>What <c>id</c> means in an issue request: a setting of the appliance ("Display Reps in Issues Menu"), never a guess.</summary>
public enum IssueMenuId
{
    Issue,
    Representative,
}
