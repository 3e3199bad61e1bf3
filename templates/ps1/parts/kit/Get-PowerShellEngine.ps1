# The programs that can run scripts on this PC, by generation; an empty path where one is missing.
function Get-PowerShellEngine {
    $old = "$env:SystemRoot\System32\WindowsPowerShell\v1.0\powershell.exe"
    $new = Get-Command -Name 'pwsh.exe' -CommandType Application -ErrorAction SilentlyContinue |
        Select-Object -First 1
    @{
        '5.1' = if (Test-Path -LiteralPath $old) { $old } else { '' }
        '7'   = if ($new) { $new.Path } else { '' }
    }
}
