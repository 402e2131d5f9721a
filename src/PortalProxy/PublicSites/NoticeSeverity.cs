namespace PortalProxy.PublicSites;

public enum NoticeSeverity
{
    Info,
    Warning,
    Urgent,
}
