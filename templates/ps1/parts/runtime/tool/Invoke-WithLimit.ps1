# For commands without a time limit that can hang where Windows is broken. Left behind when it takes too long; what
# it throws is thrown here.
function Invoke-WithLimit {
    param(
        [Parameter(Mandatory)] [string] $Command,
        [hashtable] $Parameter = @{},
        [Parameter(Mandatory)] [int] $TimeoutSeconds
    )
    $shell = [PowerShell]::Create()
    $null = $shell.AddCommand($Command).AddParameters($Parameter)
    $pending = $shell.BeginInvoke()
    foreach ($second in 1..$TimeoutSeconds) {
        if ($pending.AsyncWaitHandle.WaitOne(1000)) { break }
        if ($second -gt 2) { Write-Step -Id 2 -Text "$Command $second s" }
    }
    Write-Step -Id 2 -Complete
    if (-not $pending.IsCompleted) {
        Save-HungCall -Shell $shell
        throw (New-Object -TypeName TimeoutException -ArgumentList "$Command $TimeoutSeconds s")
    }
    try { $shell.EndInvoke($pending) }
    catch { throw $_.Exception.GetBaseException() }
    finally { $shell.Dispose() }
}
