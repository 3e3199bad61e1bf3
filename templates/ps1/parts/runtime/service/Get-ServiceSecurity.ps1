# In SDDL, which no language of Windows translates; nothing when it cannot be read.
function Get-ServiceSecurity {
    param([Parameter(Mandatory)] [string] $Name)
    $splat = @{ Path = "$env:SystemRoot\System32\sc.exe"; ArgumentList = 'sdshow', $Name; TimeoutSeconds = 30 }
    $answer = Invoke-NativeTool @splat
    if ($answer.TimedOut -or $answer.ExitCode -ne 0) { return }
    $answer.Lines | ForEach-Object -Process { $_.Trim() } |
        Where-Object -FilterScript { $_ -cmatch '^D:[A-Za-z0-9:;()-]+$' } | Select-Object -First 1
}
