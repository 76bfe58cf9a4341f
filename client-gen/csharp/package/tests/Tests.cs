using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Postern.Client;

namespace Postern.Client.Tests
{
    /// <summary>Runs all tests, and ends with 1 if one fails: a test needs nothing but what is here.</summary>
    public static class Tests
    {
        private static int _failed;
        private static int _passed;

        public static async Task<int> Main()
        {
            await Signing.RunAsync();
            await Behaviour.RunAsync();
            await WireTests.RunAsync();
            await Scenario.RunAsync();
            Console.WriteLine($"{_passed} tests passed, {_failed} failed");
            return _failed == 0 && _passed > 0 ? 0 : 1;
        }

        public static async Task TestAsync(string name, Func<Task> body)
        {
            try
            {
                await body();
                _passed++;
                Console.WriteLine("ok     " + name);
            }
            catch (Exception e)
            {
                _failed++;
                Console.WriteLine("FAILED " + name + "\n" + e);
            }
        }

        /// <summary>Where the servers are and who may use them; the build sets it.</summary>
        public static string Variable(string name) =>
            Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException($"{name} is missing");

        public static void Equal<T>(T expected, T actual, string? what = null)
        {
            if (!EqualityComparer<T>.Default.Equals(expected, actual))
            {
                throw new InvalidOperationException($"{what} Expected: {expected}\nbut is: {actual}");
            }
        }

        public static void Sequence<T>(IEnumerable<T> expected, IEnumerable<T>? actual) =>
            Equal(string.Join("|", expected), actual == null ? "null" : string.Join("|", actual));

        public static void True(bool condition, string what)
        {
            if (!condition)
            {
                throw new InvalidOperationException(what);
            }
        }

        public static async Task<TException> ThrowsAsync<TException>(Func<Task> call) where TException : Exception
        {
            try
            {
                await call();
            }
            catch (TException e)
            {
                return e;
            }
            throw new InvalidOperationException($"No {typeof(TException).Name} is thrown");
        }

        /// <summary>Expects the typed error of a refusal, with this code and the start of this message.</summary>
        public static async Task RefusedAsync(int status, string code, string message, Func<Task> call)
        {
            var error = await ThrowsAsync<ApiException>(call);
            Equal((status, code), (error.Status, error.ErrorCode), error.Message);
            True(error.ErrorMsg != null && error.ErrorMsg.StartsWith(message, StringComparison.Ordinal), error.Message);
            Equal(32, error.RequestId?.Length);
        }
    }
}
