using System;
using System.Collections.ObjectModel;

namespace Mendsheet.Simulation
{
    // Windows PowerShell compiles this as C# 5.
    // A list that puts each entry to the question first, so that a wrong one fails in the line that adds it.
    public sealed class CheckedList : Collection<object>
    {
        private readonly Func<object, object> check;

        public CheckedList(Func<object, object> check)
        {
            this.check = check;
        }

        protected override void InsertItem(int index, object item)
        {
            base.InsertItem(index, check(item));
        }

        protected override void SetItem(int index, object item)
        {
            base.SetItem(index, check(item));
        }
    }
}
