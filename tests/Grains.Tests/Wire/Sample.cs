using System.Collections;
using System.Reflection;
using Hub.Contracts;

namespace Hub.Grains.Tests.Wire;

/// <summary>One of a type with every field set, always the same: texts are the names of their fields, about nobody.</summary>
internal static class Sample
{
    private static readonly DateTimeOffset At = new(2026, 3, 2, 9, 30, 15, TimeSpan.Zero);

    public static object Of(Type type, string name = "it") =>
        Nullable.GetUnderlyingType(type) is { } inner ? Of(inner, name)
        : type == typeof(string) ? name
        : type == typeof(Guid) ? CommandIds.Derive(Guid.Empty, name)
        : type == typeof(bool) ? true
        : type == typeof(int) || type == typeof(long) ? Convert.ChangeType(7, type, null)
        : type == typeof(byte[]) ? new byte[] { 1, 2, 3 }
        : type == typeof(DateTimeOffset) ? At
        : type == typeof(DateOnly) ? DateOnly.FromDateTime(At.Date)
        : type.IsEnum ? Enum.GetValues(type).GetValue(Enum.GetValues(type).Length - 1)!
        : type == typeof(CaseEvent) ? Of(typeof(PersonsErased))
        : type == typeof(Command) ? Of(typeof(PickUpCase))
        : type.IsArray ? Filled(Array.CreateInstance(type.GetElementType()!, 1), type.GetElementType()!, name)
        : type.IsGenericType && type.GetGenericArguments() is [var key, var value] ? Pair(key, value, name)
        : type.IsGenericType ? Filled((IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(type.GetGenericArguments()))!, type.GetGenericArguments()[0], name)
        : Record(type);

    private static object Record(Type type)
    {
        var constructor = type.GetConstructors().Where(c => c.GetParameters() is not [var only] || only.ParameterType != type).MaxBy(c => c.GetParameters().Length)!;
        var made = constructor.Invoke([.. constructor.GetParameters().Select(p => Of(p.ParameterType, p.Name!))]);
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite && IsUnset(p, constructor)))
        {
            property.SetValue(made, Of(property.PropertyType, property.Name));
        }

        return made;
    }

    private static bool IsUnset(PropertyInfo property, ConstructorInfo constructor) => constructor.GetParameters().All(p => p.Name != property.Name);

    private static IList Filled(IList list, Type element, string name)
    {
        if (list.IsFixedSize)
        {
            list[0] = Of(element, name);
        }
        else
        {
            list.Add(Of(element, name));
        }

        return list;
    }

    private static IDictionary Pair(Type key, Type value, string name)
    {
        var dictionary = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(key, value))!;
        dictionary.Add(Of(key, "key"), Of(value, name));
        return dictionary;
    }
}
