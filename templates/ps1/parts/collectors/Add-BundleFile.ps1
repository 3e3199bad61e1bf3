# Copies files. Their writers keep them open, so they are opened for sharing; of a long one the end is kept.
function Add-BundleFile {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [string] $Path, [int] $Newest = 0, [int64] $MaxBytes = 0)
    try { $files = @(Get-Item -Path $Path -Force | Where-Object -FilterScript { -not $_.PSIsContainer }) }
    catch [Management.Automation.ItemNotFoundException] { return }
    catch { return Add-BundleProblem -Source $Path -Record $_ }
    if ($Newest -gt 0) {
        $files = @($files | Sort-Object -Property LastWriteTimeUtc -Descending | Select-Object -First $Newest)
    }
    foreach ($file in $files) {
        try {
            $source = [IO.File]::Open($file.FullName, 'Open', 'Read', 'ReadWrite, Delete')
            try {
                if ($MaxBytes -gt 0 -and $source.Length -gt $MaxBytes) { $null = $source.Seek(-$MaxBytes, 'End') }
                $copy = [IO.File]::Create((Add-BundlePath -Name $file.Name))
                try { $source.CopyTo($copy) } finally { $copy.Dispose() }
            }
            finally { $source.Dispose() }
        }
        catch { Add-BundleProblem -Source $file.Name -Record $_ }
    }
}
