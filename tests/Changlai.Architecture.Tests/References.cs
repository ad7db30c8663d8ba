using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Changlai.Architecture.Tests;

/// <summary>Every type that a type mentions: in signatures, fields, attributes, generics and method bodies, its nested types' included.</summary>
internal sealed class References
{
    private readonly HashSet<TypeReference> found = [];

    private References()
    {
    }

    /// <summary>The outermost types mentioned, so that a nested or compiler-generated type counts as the one it is written in.</summary>
    public static IReadOnlyList<TypeReference> Of(TypeDefinition type)
    {
        var references = new References();
        references.Visit(type);
        return [.. references.found.Select(Outermost).DistinctBy(reference => reference.FullName)];
    }

    private static TypeReference Outermost(TypeReference type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private void Visit(TypeDefinition type)
    {
        Add(type.BaseType);
        AddAttributes(type);
        AddGenericParameters(type);
        foreach (var implementation in type.Interfaces)
            Add(implementation.InterfaceType);
        foreach (var field in type.Fields)
        {
            Add(field.FieldType);
            AddAttributes(field);
        }

        foreach (var property in type.Properties)
            AddAttributes(property);
        foreach (var happening in type.Events)
            AddAttributes(happening);
        foreach (var method in type.Methods)
            Visit(method);
        foreach (var nested in type.NestedTypes)
            Visit(nested);
    }

    private void Visit(MethodDefinition method)
    {
        Add(method.ReturnType);
        AddAttributes(method);
        AddAttributes(method.MethodReturnType);
        AddGenericParameters(method);
        foreach (var parameter in method.Parameters)
        {
            Add(parameter.ParameterType);
            AddAttributes(parameter);
        }

        if (!method.HasBody)
            return;
        foreach (var local in method.Body.Variables)
            Add(local.VariableType);
        foreach (var handler in method.Body.ExceptionHandlers)
            Add(handler.CatchType);
        foreach (var instruction in method.Body.Instructions)
            Visit(instruction);
    }

    private void Visit(Instruction instruction)
    {
        switch (instruction.Operand)
        {
            case TypeReference type:
                Add(type);
                break;
            case FieldReference field:
                Add(field.DeclaringType);
                Add(field.FieldType);
                break;
            case MethodReference method:
                Add(method.DeclaringType);
                Add(method.ReturnType);
                foreach (var parameter in method.Parameters)
                    Add(parameter.ParameterType);
                if (method is GenericInstanceMethod { GenericArguments: var arguments })
                    foreach (var argument in arguments)
                        Add(argument);
                break;
            default:
                break;
        }
    }

    private void Add(TypeReference? type)
    {
        switch (type)
        {
            case null or GenericParameter:
                break;
            case GenericInstanceType generic:
                Add(generic.ElementType);
                foreach (var argument in generic.GenericArguments)
                    Add(argument);
                break;
            case IModifierType modified:
                Add(modified.ModifierType);
                Add(modified.ElementType);
                break;
            case FunctionPointerType pointer:
                Add(pointer.ReturnType);
                foreach (var parameter in pointer.Parameters)
                    Add(parameter.ParameterType);
                break;
            case TypeSpecification specification:
                Add(specification.ElementType);
                break;
            default:
                found.Add(type);
                break;
        }
    }

    private void AddGenericParameters(IGenericParameterProvider provider)
    {
        foreach (var parameter in provider.GenericParameters)
        {
            AddAttributes(parameter);
            foreach (var constraint in parameter.Constraints)
                Add(constraint.ConstraintType);
        }
    }

    private void AddAttributes(ICustomAttributeProvider provider)
    {
        foreach (var attribute in provider.CustomAttributes)
        {
            Add(attribute.AttributeType);
            foreach (var argument in attribute.ConstructorArguments)
                AddValue(argument);
            foreach (var named in attribute.Properties.Concat(attribute.Fields))
                AddValue(named.Argument);
        }
    }

    private void AddValue(CustomAttributeArgument argument)
    {
        Add(argument.Type);
        switch (argument.Value)
        {
            case TypeReference type:
                Add(type);
                break;
            case CustomAttributeArgument boxed:
                AddValue(boxed);
                break;
            case CustomAttributeArgument[] many:
                foreach (var one in many)
                    AddValue(one);
                break;
            default:
                break;
        }
    }
}
