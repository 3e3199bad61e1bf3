# A file that a reading command of Windows PowerShell writes, given its path. It may take long or ask something: it
# runs in a process of its own, without input and with a time limit.
function Add-BundleCommand {
    param(
        [Parameter(Mandatory)] [ValidatePattern('\AGet-[A-Za-z]+\z')] [string] $Command,
        [Parameter(Mandatory)] [ValidatePattern('\A[A-Za-z]+\z')] [string] $PathParameter,
        [Parameter(Mandatory)] [string] $Name,
        [int] $TimeoutSeconds = 600
    )
    Write-Step -Id 2 -Text $Command
    $file = Add-BundlePath -Name $Name
    try {
        $quoted = $file.Replace('''', '''''')
        $text = '$ProgressPreference = ''SilentlyContinue''; {0} -{1} ''{2}''' -f $Command, $PathParameter, $quoted
        $splat = @{
            Path           = "$env:SystemRoot\System32\WindowsPowerShell\v1.0\powershell.exe"
            ArgumentList   = '-NoProfile', '-NonInteractive', '-Command', $text
            TimeoutSeconds = $TimeoutSeconds
        }
        $answer = Invoke-ReadOnlyTool @splat
        if ($answer.TimedOut) { throw (New-Object -TypeName TimeoutException) }
        if ($answer.ExitCode -ne 0 -or -not [IO.File]::Exists($file)) { throw "${Command}: $($answer.ExitCode)" }
        Add-BundleMadeFile -Source $Name -Path $file
    }
    catch { Add-BundleProblem -Source $Command -Record $_ }
}
