namespace PortalProxy.PublicSites;

public enum CustomFieldKind
{
    Text,
    Choice,
    Checkbox,
}
