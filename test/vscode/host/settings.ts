/** Settings of a VS Code that shows nothing but what is looked at. */
export const calmSettings = {
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "workbench.hover.delay": 60_000,
  "workbench.hover.reducedDelay": 60_000,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.layoutControl.enabled": false,
  "workbench.reduceMotion": "on",
  "window.commandCenter": false,
  "chat.disableAIFeatures": true,
  "files.autoSave": "off",
  "editor.minimap.enabled": false,
  "extensions.ignoreRecommendations": true,
  "extensions.autoUpdate": false,
  "extensions.autoCheckUpdates": false,
  "security.workspace.trust.enabled": false,
  "telemetry.telemetryLevel": "off",
};
