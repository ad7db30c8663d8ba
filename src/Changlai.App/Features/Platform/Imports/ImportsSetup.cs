using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Imports;
using Changlai.App.Features.Platform.Imports.Pages;
using Changlai.App.Features.Platform.Imports.Runs;
using Changlai.App.Features.Platform.People.Import;
using Microsoft.Extensions.DependencyInjection;

namespace Changlai.App.Features.Platform.Imports;

/// <summary>Importing in the browser: the machinery that every <see cref="Contracts.Imports.IImportTarget"/> runs on.</summary>
internal static class ImportsSetup
{
    public static void AddImports(this IServiceCollection services)
    {
        services.AddSingleton<ImportTargets>();
        services.AddSingleton<ImportFiles>();
        services.AddSingleton<ImportQueue>();
        services.AddSingleton<ImportSteps>();
        services.AddSingleton<ImportReader>();
        services.AddSingleton<ImportChecker>();
        services.AddSingleton<ImportTaker>();
        services.AddSingleton<ImportUndoer>();
        services.AddSingleton<ISweep, ImportTidying>();
        services.AddSingleton<IImportUndo, PeopleUndo>();
        services.AddSingleton<IImportTarget, StaffImportTarget>();
        services.AddHostedService<ImportWorker>();
    }
}
