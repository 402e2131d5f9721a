using PortalProxy.Languages;

namespace PortalProxy.Pages.Caching;

/// <summary>Which page of a site.</summary>
/// <param name="Path">As the address says it.</param>
/// <param name="Language">The language it speaks.</param>
/// <param name="IsChosen">Whether its links carry the language on.</param>
internal readonly record struct PageName(string Path, Language Language, bool IsChosen);
