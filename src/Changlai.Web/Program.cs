using System.CommandLine;
using Changlai.Core.Values;
using Changlai.Web.CommandLine;

var root = new RootCommand(Output.Words(new Text("常来：让客户常来。客户关怀与留存系统。", "Changlai keeps customers coming back: customer care and retention.")))
{
    ImportCommand.Create(),
    PlanCommand.Create(),
    TodayCommand.Create(),
    ExplainCommand.Create(),
    ServeCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
