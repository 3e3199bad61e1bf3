function Test-ProductSyntax {
    param([Parameter(Mandatory)] [string] $Source, [AllowEmptyString()] [string] $Engine)
    if (-not $Engine) { throw 'this PowerShell is not installed' }
    $text = '& { param($folder)
        "engine $($PSVersionTable.PSVersion)"
        foreach ($file in Get-ChildItem -LiteralPath $folder -Filter *.ps1 -Recurse) {
            $tokens = $errors = $null
            $parser = [Management.Automation.Language.Parser]
            $null = $parser::ParseFile($file.FullName, [ref] $tokens, [ref] $errors)
            "file $($file.Name)"
            foreach ($each in $errors) { "error $($file.Name):$($each.Extent.StartLineNumber) $($each.ErrorId)" }
        } } '
    $folder = "'" + $Source.Replace("'", "''") + "'"
    $with = @{
        Path           = $Engine
        ArgumentList   = '-NoProfile', '-NonInteractive', '-Command', ($text + $folder)
        TimeoutSeconds = 900
    }
    $ended = Invoke-NativeTool @with
    $files = @($ended.Lines -clike 'file *')
    $errors = @($ended.Lines -clike 'error *')
    # An engine that ended half-way has not read all.
    $all = @(Get-ChildItem -LiteralPath $Source -Filter '*.ps1' -Recurse).Count
    $outcome = if ($errors) { 'broken' } elseif ($files -and $files.Count -eq $all) { 'held' } else { 'open' }
    $which = "$($ended.Lines -clike 'engine *')"
    @{ Outcome = $outcome; Seen = @{ Files = $files.Count; Errors = $errors; Engine = $which } }
}
