using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace PortalProxy.Pages.Start;

/// <summary>The start page takes the place of the page whose form led to it; it has no address of its own.</summary>
public static class StartPage
{
    private const string View = "/Pages/Start/Start.cshtml";

    public static ViewResult Show(PageModel page, StartDescription start) => new()
    {
        ViewName = View,
        ViewData = new ViewDataDictionary<StartDescription>(page.MetadataProvider, page.ModelState) { Model = start },
    };
}
